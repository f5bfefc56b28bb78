// Files dropped on the page join those chosen; a running job is followed as it goes. Without scripts the page asks again.
"use strict";
(function () {
  const job = document.getElementById("job");
  if (job) {
    const events = new EventSource(job.dataset.events);
    const told = function (event) {
      const now = JSON.parse(event.data);
      const bar = job.querySelector("progress");
      bar.max = now.total || 1;
      bar.value = now.read;
      document.getElementById("read").textContent = now.read;
      if (now.name) { document.getElementById("what").textContent = now.name; }
    };
    const over = function () { events.close(); window.location.reload(); };
    events.addEventListener("progress", told);
    events.addEventListener("done", over);
    events.addEventListener("failed", over);
    return;
  }
  const drop = document.getElementById("drop");
  const files = document.getElementById("files");
  const chosen = document.getElementById("chosen");
  const list = function () {
    chosen.replaceChildren(...Array.from(files.files, function (file) {
      const line = document.createElement("li");
      line.textContent = file.name;
      return line;
    }));
  };
  files.addEventListener("change", list);
  const mark = (on) => function (event) { event.preventDefault(); drop.classList.toggle("over", on); };
  drop.addEventListener("dragenter", mark(true));
  drop.addEventListener("dragover", mark(true));
  drop.addEventListener("dragleave", mark(false));
  drop.addEventListener("drop", function (event) {
    mark(false)(event);
    const all = new DataTransfer();
    for (const file of [...files.files, ...event.dataTransfer.files]) { all.items.add(file); }
    files.files = all.files;
    list();
  });
})();
