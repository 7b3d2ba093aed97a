// Signs in and keeps the answer where a test reads it.
window.seen = [];
stoa.on("identity.didChange", (event) => window.seen.push(event));
document.querySelector("#sign-in").addEventListener("click", async () => {
  const output = document.querySelector("#answer");
  try {
    output.textContent = JSON.stringify(await stoa.identity.signIn({ scopes: ["openid"], nonce: "abc" }));
  } catch (error) {
    output.textContent = error.code;
  }
});
stoa.host.ready();
