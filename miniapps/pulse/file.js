/**
 * Handing a text file to the person.
 * @module file
 */

/**
 * Saves a file where the person chooses; outside Stoa the browser downloads it.
 * @param {Object} room - as made by openRoom
 * @param {{name: string, text: string, mediaType: string}} file
 * @returns {Promise<boolean>} whether it was saved
 */
export async function saveFile(room, { name, text, mediaType }) {
  if (room.available) return (await room.call("host.saveFile", { name, text, mediaType })).saved;
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  return true;
}
