/** The closed sets that every part of the station agrees on. A new member is a change of contract. */

export const intents = [
  "ask_hukou",
  "ask_id_card",
  "ask_legal",
  "ask_fraud",
  "book",
  "change_booking",
  "dispute",
  "report_hazard",
  "human",
  "party_village",
  "case_status",
  "smalltalk",
  "emergency",
  "unknown",
] as const;
/** What a person wants from us with one message. */
export type Intent = (typeof intents)[number];

export const emergencyClasses = [
  "fraud_in_progress",
  "violence",
  "self_harm",
  "missing_person",
  "fire_accident",
  "crime_in_progress",
  "border_security",
  "disaster",
] as const;
/** Kinds of danger. Medical emergencies sit in `fire_accident`. */
export type EmergencyClass = (typeof emergencyClasses)[number];

/** Warning levels as the police use them, from money moving now down to a general question. */
export type FraudLevel = "紧急" | "高危" | "中危" | "低危";

export const fraudCategories = [
  "刷单返利类",
  "虚假网络投资理财类",
  "虚假购物、服务类",
  "冒充电商物流客服类",
  "虚假征信类",
  "贷款、代办信用卡类",
  "冒充公检法及政府机关类",
  "冒充领导、熟人类",
  "网络游戏产品虚假交易类",
  "网络婚恋、交友类",
  "冒充军警购物类",
  "网黑案件",
] as const;
/** The police's twelve classes of telecom fraud. */
export type FraudCategory = (typeof fraudCategories)[number];

export const services = [
  "id_card_first",
  "id_card_renew",
  "id_card_replace",
  "temp_id_card",
  "hukou_birth",
  "hukou_move",
  "hukou_change",
  "hukou_cancel",
  "residence_permit",
  "legal_consult",
  "mediation",
  "other",
] as const;
/** What can be booked at the counter. */
export type Service = (typeof services)[number];

/** Kinds of quarrel that the station mediates or passes on. */
export type DisputeType =
  | "neighbour"
  | "family"
  | "labour"
  | "grassland"
  | "debt"
  | "property_damage"
  | "traffic"
  | "consumer";

/** What a matter (事项) is about. */
export type MatterKind =
  "dispute" | "fraud-alert" | "hazard" | "tip" | "visit" | "callback" | "other";

export const topics = [
  "id-card",
  "hukou",
  "residence",
  "border",
  "legal",
  "mediation",
  "labour",
  "grassland",
  "family",
  "fraud",
  "hotline",
  "station",
  "party",
  "village",
] as const;
/** Folders of the knowledge base. */
export type Topic = (typeof topics)[number];

export const facets = [
  "条件",
  "材料",
  "步骤",
  "时限",
  "费用",
  "地点",
  "谁去",
  "网上办",
  "依据",
] as const;
/** Headings of an entry's body: what a villager asks next. */
export type Facet = (typeof facets)[number];
