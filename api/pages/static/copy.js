// A button beside each text that is there to be copied.
"use strict";
document.querySelectorAll("[data-copy]").forEach(function (text) {
  if (!navigator.clipboard) { return; }
  const button = document.createElement("button");
  button.type = "button"; button.className = "copy"; button.textContent = text.dataset.copy;
  button.addEventListener("click", function () {
    navigator.clipboard.writeText(text.textContent).then(function () {
      button.textContent = text.dataset.copied;
      setTimeout(() => { button.textContent = text.dataset.copy; }, 2000);
    });
  });
  text.after(button);
});
