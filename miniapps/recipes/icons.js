/** Line glyphs on a 24 px grid: lists of path data, drawn for this app. */
export const SEARCH = ["M17 11a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z", "m15.5 15.5 4.5 4.5"];
export const HEART = ["M12 19.5 5 12.6a4.3 4.3 0 0 1 6-6.1l1 1 1-1a4.3 4.3 0 0 1 6 6.1Z"];
export const PLUS = ["M12 5v14", "M5 12h14"];
export const MINUS = ["M5 12h14"];
export const SEND = ["M20.5 3.5 10.6 13.4", "M20.5 3.5 14.3 20.5 10.6 13.4 3.5 9.7Z"];
export const BASKET = ["M4 10h16l-1.6 9.2H5.6Z", "m8 10 3-6", "m16 10-3-6", "M10 13.5v2.5", "M14 13.5v2.5"];
export const CLOCK = ["M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z", "M12 7.5V12l3 2"];
export const CHECK = ["m5 12.5 4.5 4.5L19 7.5"];
export const CLOSE = ["m6 6 12 12", "M18 6 6 18"];
export const FLAME = ["M12 3c.6 3.6 5.5 5.4 5.5 10.4a5.5 5.5 0 0 1-11 0c0-2.3 1.2-3.7 2.3-4.9.2 1.7.9 2.5 1.8 2.9C10.3 8.5 10.5 5.5 12 3Z"];
export const FORWARD = ["M5 12h14", "m13 6 6 6-6 6"];
export const BACKWARD = ["M19 12H5", "m11 6-6 6 6 6"];
export const TRASH = ["M5 7h14", "M9.5 7V4.5h5V7", "m6.5 7 .8 12.5h9.4L17.5 7", "M10.5 11v5", "M13.5 11v5"];
export const PENCIL = ["M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5Z", "m13.5 7 3.5 3.5"];
export const CLIP = ["m19.5 11-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3 3 0 0 1 4.3 4.3l-7.6 7.6a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9"];
