// Ends every drag before it begins: what is dragged can be let go over another window or program, which would get the
// page's links and files. Runs in the page's own world at document creation, so that nothing of the page hears of a drag
// earlier. A page that gets round this meets the host, which ends the drag that the engine has begun.
(() => {
  "use strict";
  const prevent = Function.prototype.call.bind(Event.prototype.preventDefault);
  const stop = Function.prototype.call.bind(Event.prototype.stopImmediatePropagation);

  addEventListener(
    "dragstart",
    (event) => {
      prevent(event);
      stop(event);
      console.error("Nothing is dragged out of a room: use pointer events.");
    },
    true,
  );
})();
