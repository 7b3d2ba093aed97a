const page = document.querySelector("#page");

function draw() {
  const list = location.pathname !== "/archive";
  page.innerHTML = list
    ? '<h1>Notes</h1><a href="/archive">Archive</a>'
    : '<h1>Archive</h1><a href="/">Notes</a>';
  // Each page adds its own, and none is ever taken away.
  stoa.on("theme.didChange", (theme) => { page.dataset.theme = theme.colorScheme; });
  addEventListener("resize", () => { page.dataset.width = innerWidth; });
}

addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  draw();
});
addEventListener("popstate", draw);

async function start() {
  draw();
  // Nobody sees what is asked while the splash is there.
  await stoa.host.confirm({ text: "Take over the notes of your other machine?" });
  await stoa.host.ready();
}

start();
