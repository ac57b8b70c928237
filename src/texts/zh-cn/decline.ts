import { buttons } from "./buttons.ts";

const offer = "户口、身份证、纠纷、防骗的事，直接打字问我。";

/** What is said to small talk and to what is not for the station, by kind: short, kind, a way on. */
export const declineTexts = {
  greeting: `您好，我在呢。${offer}`,
  thanks: "不客气，应该的。还有事随时打字。",
  bye: "好嘞，有事再来找我。有危险打110。",
  chat: `我听着呢，就是唠嗑我不在行。${offer}心里憋屈想找人说话，打12356。`,
  other_people_data: `别人的信息不能查，也不能说。是您自己的案子，点“${buttons.human}”问。找走失的人，打110。`,
  illegal_request:
    "这个我不能帮。想按正路办：护照、签证打12367，别的证打12345问归谁管，法律上拿不准打12348。",
  insult: `惹您生气了，对不住。您说说是什么事，我接着帮；想跟人说，点“${buttons.human}”。要投诉民警，打12389。`,
  opinion: `这个我说不好，也不乱评。${offer}`,
  medicine: "看病用药我不敢乱说。急的马上打120；不急的问卫生院、旗医院的大夫。",
  crops:
    "庄稼和牲口的事我不懂，别耽误您。问苏木乡镇的兽医站、农牧部门；不知道电话，打12345请人转。",
  other_domain: "这个不归派出所管，我不敢乱说。打12345，有人告诉您归哪个单位、电话多少。",
  reprogram: `这个我办不了。${offer}别的事打12345。`,
} as const;
