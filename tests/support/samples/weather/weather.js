// The server is not in the manifest, so the host refuses the request.
fetch("https://weather.example.com/today.json").catch(() => {});
stoa.host.ready();
