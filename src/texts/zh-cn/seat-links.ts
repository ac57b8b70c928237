/** The way from the desk to the page of seats. */
export const seatLink: [string, string] = ["/desk/appointments", "预约"];
