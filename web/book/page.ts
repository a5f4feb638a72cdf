/* `/book/taxdome`: the widget alone, for links in mails and for host pages without script. */
const [, , pack = ""] = location.pathname.split("/");
const widget = document.createElement("kept-booking");
widget.setAttribute("pack", pack);
for (const [name, value] of new URLSearchParams(location.search))
  if (name === "session-type" || name === "language") widget.setAttribute(name, value);

widget.addEventListener("kept-ready", () => {
  const inside = widget.shadowRoot?.querySelector(".widget");
  document.documentElement.lang = inside?.getAttribute("lang") ?? "en";
  document.title = inside?.querySelector("h2")?.textContent ?? document.title;
  document.querySelector("h1")?.replaceChildren(document.title);
});
document.querySelector("main")?.append(widget);
