export { bookAppointment } from "./book-appointment.ts";
export { joinWaitlist } from "./join-waitlist.ts";
export { bringCase } from "./register-case.ts";
export { useful } from "./useful.ts";
