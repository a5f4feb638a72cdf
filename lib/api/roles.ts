/** `board` hears what nobody below may decide alone, and may do what managers may; managers judge and waive; staff do the rest. */
export const roles = ["staff", "manager", "board"] as const;
export type Role = (typeof roles)[number];
