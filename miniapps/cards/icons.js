/** Line glyphs on a 24 px grid: lists of path data, drawn for this app. */
export const PLUS = ["M12 5v14", "M5 12h14"];
export const SEND = ["M20.5 3.5 10.6 13.4", "M20.5 3.5 14.3 20.5 10.6 13.4 3.5 9.7Z"];
export const CHECK = ["m5 12.5 4.5 4.5L19 7.5"];
export const BACKWARD = ["M19 12H5", "m11 6-6 6 6 6"];
export const TRASH = ["M5 7h14", "M9.5 7V4.5h5V7", "m6.5 7 .8 12.5h9.4L17.5 7", "M10.5 11v5", "M13.5 11v5"];
export const PENCIL = ["M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5Z", "m13.5 7 3.5 3.5"];
export const CLIP = ["m19.5 11-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3 3 0 0 1 4.3 4.3l-7.6 7.6a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9"];
export const PLAY = ["M8 5.5v13l10.5-6.5Z"];
export const UNDO = ["M8.5 5 4.5 9l4 4", "M4.5 9h9a5.5 5.5 0 0 1 0 11H9"];
export const CHART = ["M4.5 4.5v15h15", "M9 16v-4", "M13 16V8", "M17 16v-6"];
export const UPLOAD = ["M12 15.5V5", "m7.5 9 4.5-4.5L16.5 9", "M4.5 15v4.5h15V15"];
export const DOWNLOAD = ["M12 4.5V15", "m7.5 11 4.5 4.5 4.5-4.5", "M4.5 15v4.5h15V15"];
export const COPY = ["M8.5 8.5h11v11h-11Z", "M15.5 8.5v-4h-11v11h4"];
