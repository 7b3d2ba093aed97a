// Wears the host's colours, signs in, and keeps the answer where a test reads it.
window.seen = [];
const wear = (theme) => {
  document.documentElement.style.colorScheme = theme.colorScheme;
};
stoa.on("theme.didChange", wear);
stoa.on("identity.didChange", (event) => window.seen.push(event));
document.querySelector("#sign-in").addEventListener("click", async () => {
  const output = document.querySelector("#answer");
  try {
    output.textContent = JSON.stringify(await stoa.identity.signIn({ scopes: ["openid"], nonce: "abc" }));
  } catch (error) {
    output.textContent = error.code;
  }
});
stoa.host.context().then((context) => {
  wear(context.theme);
  return stoa.host.ready();
});
