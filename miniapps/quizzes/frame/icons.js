/**
 * Line icons on a 24 px grid, as path data.
 * @module frame/icons
 */

const SHAPES = {
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  back: "M19 12H5M11 6l-6 6 6 6",
  next: "M5 12h14M13 6l6 6-6 6",
  up: "M12 19V6M6 11.5L12 5.5l6 6",
  down: "M12 5v13M6 12.5l6 6 6-6",
  chevron: "M7 10l5 5 5-5",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  share: "M20.5 3.5L10 14M20.5 3.5l-6.5 17-4-6.5-6.5-4z",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  attach: "M19 11.5l-7.5 7.5a4.6 4.6 0 0 1-6.5-6.5L12.7 4.8a3 3 0 0 1 4.3 4.3l-7.5 7.5a1.5 1.5 0 0 1-2.1-2.1L14 7.9",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5",
  pencil: "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  users:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 3.5 5.7",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z",
  live: "M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M5.6 18.4a9 9 0 0 1 0-12.8M18.4 5.6a9 9 0 0 1 0 12.8",
  chart: "M4 4v16h16M9 16v-4M13.5 16V8M18 16V5.5",
  single: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  multiple: "M4.5 4.5h15v15h-15zM8.5 12l2.5 2.5 4.5-5",
  rating: "M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
  ranking: "M10 6h10M10 12h10M10 18h10M4 5l1.5-1v4M4 11h2.5L4 14.2h2.5M4 17h2.5v3.2H4",
  text: "M5 6h14M5 11h14M5 16h8",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20 20",
  bookmark: "M6.5 4h11v16L12 15.5 6.5 20z",
  history: "M4 12a8 8 0 1 1 2.5 5.8M4 12l-1.8-2.5M4 12l2.7-1.7M12 8v4.3l2.8 1.7",
  offline:
    "M3 3l18 18M5 12.5a10 10 0 0 1 4.5-2.5M2 9a15 15 0 0 1 5-3M14.5 10a10 10 0 0 1 4.5 2.5M11 6a15 15 0 0 1 11 3M8.5 16a5 5 0 0 1 7 0M12 19.5h.01",
  refresh: "M20 12a8 8 0 1 1-2.4-5.7M20 4v4.5h-4.5",
  book: "M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14",
  sparkles:
    "M10.5 4.5c.7 5 2.5 6.8 7.5 7.5-5 .7-6.8 2.5-7.5 7.5-.7-5-2.5-6.8-7.5-7.5 5-.7 6.8-2.5 7.5-7.5zM19 3v4M17 5h4M19 17.5a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 8h.01",
  warning: "M12 4l9 16H3zM12 10v4.5M12 17.2h.01",
  globe:
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c2.5 2.5 3.5 5.3 3.5 8.5s-1 6-3.5 8.5c-2.5-2.5-3.5-5.3-3.5-8.5s1-6 3.5-8.5z",
  external: "M8 16L18 6M9.5 6H18v8.5",
  copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
  play: "M7.5 5l11 7-11 7z",
  device: "M4 5h16v11H4zM9 20h6M12 16v4",
};

/** The names {@link icon} knows. */
export const ICON_NAMES = Object.keys(SHAPES);

/**
 * Draws an icon in the colour of the text around it; screen readers skip it.
 * @param {string} name
 * @param {number} [size] - in px
 * @returns {SVGElement}
 */
export function icon(name, size = 18) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const attributes = {
    viewBox: "0 0 24 24",
    width: size,
    height: size,
    class: `icon icon-${name}`,
    "aria-hidden": "true",
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
