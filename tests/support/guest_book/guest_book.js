// Wears the host's colours, signs in, and keeps the answer where a test reads it.
window.seen = [];
const wear = (theme) => {
  document.documentElement.style.colorScheme = theme.colorScheme;
};
stoa.on("theme.didChange", wear);
stoa.on("identity.didChange", (event) => window.seen.push(event));
const button = document.querySelector("#sign-in");
button.addEventListener("click", async () => {
  const output = document.querySelector("#answer");
  try {
    output.textContent = JSON.stringify(await stoa.identity.signIn({ scopes: ["openid"], nonce: "abc" }));
  } catch (error) {
    output.textContent = error.code;
  }
});
// A press before this line would be lost: a test waits until the button can be pressed.
button.disabled = false;
stoa.host.context().then((context) => {
  wear(context.theme);
  return stoa.host.ready();
});
