// Means to welcome newcomers, and forgets everybody else.
async function start() {
  if (sessionStorage.getItem("welcomed")) return;
  sessionStorage.setItem("welcomed", "yes");
  await stoa.host.ready();
}

start();
