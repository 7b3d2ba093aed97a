/** The recipes' illustrations: flat shapes on a gradient, drawn here, 485 × 176, also as a PNG for a post's card. */
import { svg } from "./elements.js";

export const WIDTH = 485;
export const HEIGHT = 176;

const dot = (cx, cy, r, fill) => ["circle", { cx, cy, r, fill }];
const oval = (cx, cy, rx, ry, fill, turn = 0) => ["ellipse", { cx, cy, rx, ry, fill, transform: `rotate(${turn} ${cx} ${cy})` }];
const bar = (x, y, width, height, rx, fill, turn = 0) => [
  "rect", { x, y, width, height, rx, fill, transform: `rotate(${turn} ${x + width / 2} ${y + height / 2})` },
];
const path = (d, fill) => ["path", { d, fill }];
const line = (d, stroke, width) => ["path", { d, stroke, "stroke-width": width, fill: "none", "stroke-linecap": "round" }];
const egg = (x, y, r) => [dot(x, y, r, "#FDF1DE"), dot(x, y, r * 0.53, "#F7D774")];
const slice = (x, y, r, rind, flesh) => [
  dot(x, y, r, rind), dot(x, y, r * 0.84, flesh),
  ...[0, 60, 120].map((turn) => bar(x - r * 0.78, y - 1.5, r * 1.56, 3, 1, rind, turn)),
];
const leaf = (x, y, size, fill, turn = 0) => [
  "path", { d: `M${x - size} ${y}q${size} ${-size * 0.9} ${size * 2} 0q${-size} ${size * 0.9} ${-size * 2} 0Z`, fill, transform: `rotate(${turn} ${x} ${y})` },
];
const scatter = (points, shape) => points.map(([x, y, ...rest]) => shape(x, y, ...rest));
const bowl = (outer, inner) => [dot(242, 92, 78, outer), dot(242, 92, 66, inner)];

/** [from, to, shapes]: the gradient's colours and what lies on it, back to front. */
const PICTURES = {
  shakshuka: ["#C8492C", "#8E2A1B", [...egg(145, 67, 62), ...egg(300, 105, 49), dot(388, 46, 18, "#5D8E45"), dot(223, 137, 10, "#5D8E45")]],
  "chickpea-curry": ["#E3A33A", "#B8691C", [
    ...scatter([[118, 58, 22], [176, 112, 26], [250, 54, 24], [316, 118, 22], [372, 62, 27], [86, 130, 16], [420, 132, 15]], (x, y, r) => dot(x, y, r, "#F6D592")),
    ...scatter([[118, 58], [176, 112], [250, 54], [316, 118], [372, 62]], (x, y) => dot(x + 6, y - 5, 5, "#E8BC6A")),
    leaf(210, 84, 30, "#4F7F3C", -20), leaf(330, 76, 26, "#5D8E45", 35), leaf(140, 150, 24, "#4F7F3C", 12), leaf(440, 90, 24, "#5D8E45", -50),
  ]],
  "lemon-peas-pasta": ["#F4E3A1", "#DDB94A", [
    ...scatter([[96, 60, 20], [170, 120, -30], [252, 58, 50], [330, 124, 10], [400, 62, -40], [228, 136, -12]], (x, y, turn) => bar(x - 38, y - 11, 76, 22, 11, "#FFF3CF", turn)),
    ...slice(330, 66, 32, "#F2C230", "#FBE58C"),
    ...scatter([[140, 84], [200, 72], [286, 104], [372, 108], [116, 128], [436, 116], [268, 150], [60, 98]], (x, y) => dot(x, y, 10, "#6FA04B")),
  ]],
  "roast-cauliflower": ["#7B8C5A", "#4A5A38", [
    ...scatter([[150, 92, 1], [258, 74, 1.2], [360, 104, 0.95]], (x, y, k) => [
      path(`M${x - 9 * k} ${y + 8}h${18 * k}l${6 * k} ${40 * k}h${-30 * k}Z`, "#E9DFB9"),
      dot(x - 26 * k, y, 24 * k, "#F5EBCB"), dot(x + 26 * k, y, 24 * k, "#F5EBCB"), dot(x, y - 20 * k, 28 * k, "#FBF4DC"), dot(x - 4 * k, y - 2, 20 * k, "#E3C58C"),
    ]).flat(),
    leaf(86, 130, 20, "#A9C07C", -30), leaf(420, 60, 20, "#A9C07C", 30), dot(206, 140, 5, "#C7955A"), dot(310, 146, 5, "#C7955A"), dot(430, 136, 5, "#C7955A"),
  ]],
  "fish-parcels": ["#8FB8C9", "#4C7F98", [
    path("M70 36 402 20l26 128L96 158Z", "#F2E6CF"), path("M70 36 96 158l26-4L98 38Z", "#E0CFAE"),
    oval(250, 90, 112, 40, "#FBF6EC", -3), path("M352 86l48-30v62Z", "#FBF6EC"), line("M200 62q14 26 0 54", "#DCD3C2", 4), line("M250 56q14 32 0 66", "#DCD3C2", 4), line("M300 60q14 26 0 54", "#DCD3C2", 4),
    dot(172, 84, 5, "#4B4238"), ...slice(150, 138, 20, "#E5872F", "#F6B663"), leaf(330, 138, 24, "#7EA65A", 10), leaf(290, 146, 20, "#93B872", -16),
  ]],
  "egg-fried-rice": ["#D9B27A", "#A8763B", [
    ...bowl("#F6EFE2", "#FFFBF2"),
    ...scatter([[204, 62], [228, 50], [262, 56], [290, 76], [196, 98], [222, 122], [268, 130], [292, 110]], (x, y, i) => bar(x, y, 18, 8, 4, "#EBDDBE", x % 90)),
    path("M206 86q10-24 36-18t44-4q14 18-4 34-20 14-44 8t-32-20Z", "#F7D774"),
    ...scatter([[214, 110], [250, 122], [286, 96], [238, 60], [272, 68]], (x, y) => dot(x, y, 6, "#6FA04B")), bar(330, 30, 8, 150, 4, "#7A3E22", 28), bar(352, 30, 8, 150, 4, "#7A3E22", 24),
  ]],
  "mushroom-barley": ["#B79B7C", "#6E563F", [
    ...scatter([[140, 84, 1], [252, 96, 1.25], [360, 80, 0.95]], (x, y, k) => [
      bar(x - 13 * k, y, 26 * k, 50 * k, 10 * k, "#F3E8D6"), path(`M${x - 48 * k} ${y + 6}a${48 * k} ${44 * k} 0 0 1 ${96 * k} 0q${-48 * k} ${18 * k} ${-96 * k} 0Z`, "#8A5A3C"), oval(x - 14 * k, y - 16 * k, 12 * k, 5 * k, "#A97552", -24),
    ]).flat(),
    ...scatter([[90, 140], [196, 150], [306, 148], [320, 40], [420, 138], [70, 50], [196, 40], [430, 40]], (x, y) => oval(x, y, 8, 5, "#EADBBE", x % 60)),
  ]],
  "red-lentil-soup": ["#5E7F8C", "#385663", [
    ...bowl("#F4ECDD", "#DE7F37"), oval(242, 92, 48, 40, "#E8924A"), line("M206 92q18-22 36 0t36 0", "#F7D9A8", 5), leaf(250, 66, 14, "#5D8E45", 20), leaf(266, 76, 12, "#5D8E45", -30),
    path("M356 64a44 44 0 0 1 62 62Z", "#F2C230"), path("M362 70a36 36 0 0 1 50 50Z", "#FBE58C"), bar(60, 88, 100, 9, 4, "#E6E0D6", -24), oval(66, 118, 22, 13, "#E6E0D6", -24),
  ]],
  "village-salad": ["#7FAE86", "#3F7457", [
    ...scatter([[110, 70, 34], [190, 124, 30], [394, 118, 34]], (x, y, r) => [dot(x, y, r, "#D2432F"), dot(x, y, r * 0.8, "#E4644E"), ...[0, 72, 144].map((turn) => bar(x - r * 0.6, y - 2, r * 1.2, 4, 2, "#F0937F", turn))]).flat(),
    ...scatter([[82, 132, 24], [316, 136, 24], [430, 50, 26]], (x, y, r) => [dot(x, y, r, "#3F7C3A"), dot(x, y, r * 0.86, "#D5E9B9"), dot(x, y, r * 0.4, "#E7F3D3")]).flat(),
    path("M212 34 330 22l22 62-118 16Z", "#FFFDF7"), path("M234 100l118-16v14l-116 18Z", "#E7E2D4"), ...scatter([[250, 56], [284, 66], [306, 44], [268, 84], [322, 76]], (x, y) => bar(x, y, 9, 3, 1, "#6C8A4A", x % 80)),
    dot(170, 48, 13, "#3A2D3F"), dot(262, 138, 13, "#3A2D3F"), dot(174, 44, 4, "#6A5A70"), dot(266, 134, 4, "#6A5A70"),
  ]],
  "leek-potato-gratin": ["#E8C37A", "#B57A34", [
    bar(56, 24, 374, 132, 30, "#8B4A32"), bar(70, 36, 346, 108, 22, "#F3D68E"),
    ...[0, 1, 2, 3, 4, 5].map((i) => oval(108 + i * 54, 72, 34, 26, i % 2 ? "#FBE9B4" : "#F7DF9C")), ...[0, 1, 2, 3, 4, 5].map((i) => oval(108 + i * 54, 112, 34, 26, i % 2 ? "#F7DF9C" : "#FBE9B4")),
    ...scatter([[130, 92, 14], [224, 64, 12], [300, 114, 15], [372, 82, 12], [180, 122, 10]], (x, y, r) => oval(x, y, r * 1.4, r * 0.7, "#CF8F3C", x % 50)), ...scatter([[160, 70], [270, 92], [344, 60], [110, 116]], (x, y) => line(`M${x} ${y}a8 8 0 1 0 12 6`, "#7FA65A", 4)),
  ]],
  "oven-pancake": ["#A9B7D6", "#66779F", [
    dot(228, 90, 82, "#2F3138"), bar(300, 82, 150, 18, 9, "#2F3138"), dot(228, 90, 70, "#D99B45"), path("M172 62q24-34 66-30t54 44-16 66-66 10-52-44 14-46Z", "#F6DC96"),
    ...scatter([[206, 80], [238, 104], [252, 74], [214, 116]], (x, y) => dot(x, y, 12, "#4B4F9C")), ...scatter([[230, 84], [196, 100], [258, 98]], (x, y) => dot(x, y, 10, "#C23A4E")), leaf(244, 126, 14, "#5D8E45", 20),
  ]],
  "overnight-oats": ["#E9B7A2", "#C0745C", [
    bar(186, 10, 112, 160, 22, "#FFF7EC"), bar(196, 62, 92, 98, 14, "#EAD7B7"), bar(196, 62, 92, 26, 10, "#F5E8CE"), bar(180, 8, 124, 20, 8, "#8A5A3C"),
    ...scatter([[214, 110], [246, 124], [270, 106], [226, 142], [262, 146]], (x, y) => oval(x, y, 8, 5, "#CDB184", x % 70)), dot(392, 100, 44, "#B93A32"), dot(376, 84, 10, "#D9665A"), line("M392 58q2-18 14-24", "#5B3A22", 6), leaf(420, 40, 16, "#5D8E45", -20),
    oval(96, 124, 30, 22, "#A26B3D", -12), line("M70 128q24-18 52-8", "#7D4E2A", 4), oval(120, 78, 22, 16, "#A26B3D", 20), line("M102 74q18 10 36 4", "#7D4E2A", 4),
  ]],
  "yoghurt-flatbreads": ["#C9A98B", "#8E6A4C", [
    oval(170, 96, 96, 62, "#E2BC80", -8), oval(170, 92, 90, 56, "#F3DDAE", -8), oval(316, 88, 98, 60, "#DDB474", 10), oval(316, 84, 92, 54, "#F6E3B8", 10),
    ...scatter([[120, 74, 13], [178, 106, 16], [208, 66, 10], [286, 62, 14], [340, 104, 16], [370, 70, 11], [300, 110, 9], [140, 118, 9]], (x, y, r) => oval(x, y, r, r * 0.7, "#B9783A", x % 60)), leaf(244, 140, 16, "#5D8E45", -10), leaf(430, 140, 16, "#5D8E45", 24),
  ]],
  "apple-crumble": ["#B8554A", "#7A2B31", [
    oval(242, 102, 150, 62, "#F6EFE2"), oval(242, 94, 134, 48, "#D9A35A"),
    ...scatter([[150, 88], [184, 74], [222, 66], [262, 70], [302, 78], [336, 96], [168, 110], [206, 100], [246, 96], [288, 108], [226, 124], [266, 126]], (x, y) => bar(x - 14, y - 10, 28, 20, 8, x % 4 ? "#EBC184" : "#C98B41", x % 80)),
    path("M386 40a30 30 0 1 1-40 34q24-4 40-34Z", "#F3E1B4"), path("M60 56a32 32 0 1 0 52-20q-18 24-52 20Z", "#F3E1B4"), line("M92 36q2-14 12-20", "#5B3A22", 5),
  ]],
};

/** Own recipes get a plate whose colours follow from their name. */
function plate(name) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const tone = (turn, light) => `hsl(${(hue + turn) % 360} 48% ${light}%)`;
  const shapes = [
    ...bowl("#FBF6EC", "#F1E7D4"), dot(222, 84, 26, tone(40, 58)), dot(268, 106, 22, tone(90, 52)), dot(262, 66, 15, tone(330, 66)), leaf(226, 124, 18, "#5D8E45", 15),
    bar(96, 36, 8, 110, 4, "#F6EFE2"), bar(84, 36, 32, 40, 12, "#F6EFE2"), bar(382, 36, 10, 110, 5, "#F6EFE2"),
  ];
  return [tone(0, 56), tone(12, 36), shapes];
}

let drawn = 0;

/** The illustration of a recipe as an SVG element, hidden from screen readers. */
export function picture(recipe) {
  const [from, to, shapes] = PICTURES[recipe.id] ?? plate(recipe.name);
  const id = `ground-${(drawn += 1)}`;
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "xMidYMid slice", class: "picture", "aria-hidden": "true", focusable: "false" },
    svg("defs", {}, svg("linearGradient", { id, x1: 0, y1: 0, x2: 1, y2: 1 }, svg("stop", { offset: 0, "stop-color": from }), svg("stop", { offset: 1, "stop-color": to }))),
    svg("rect", { width: WIDTH, height: HEIGHT, fill: `url(#${id})` }),
    ...shapes.map(([name, attributes]) => svg(name, attributes)),
  );
}

/** The illustration as {mediaType, data} for a post's card, 1455 × 528, or null when the browser cannot draw it. */
export async function picturePng(recipe) {
  const drawing = picture(recipe);
  drawing.setAttribute("width", WIDTH * 3);
  drawing.setAttribute("height", HEIGHT * 3);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * 3;
    canvas.height = HEIGHT * 3;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return { mediaType: "image/png", data: canvas.toDataURL("image/png").split(",")[1] };
  } catch {
    return null;
  }
}
