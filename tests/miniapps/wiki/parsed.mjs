/** Stands in for a parsed page where no DOM is. */

/** A few members of a DOM element: el("p", {class: "x"}, "text", el("b")). */
export function el(localName, attributes = {}, ...content) {
  const childNodes = content.map((child) =>
    typeof child === "string" ? { nodeType: 3, textContent: child, childNodes: [] } : child,
  );
  return {
    nodeType: 1,
    localName,
    childNodes,
    getAttribute: (name) => attributes[name] ?? null,
    get textContent() {
      return childNodes.map((child) => child.textContent).join("");
    },
  };
}
