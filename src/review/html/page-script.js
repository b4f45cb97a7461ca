// Runs in the page of a report: filters the findings, moves between them by keys, and traces lines in the pictures. Without it, the
// page says all that it has to say.
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

  const findings = findAll('.finding[data-severity]');
  const filter = find('.filter');

  function applyFilter() {
    const { concern, severity, file } = filter.elements;
    const wanted = file.value.trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits =
        (concern.value === '' || finding.dataset.concern === concern.value) &&
        (severity.value === '' || finding.dataset.severity === severity.value) &&
        (wanted === '' || finding.dataset.path.toLowerCase().includes(wanted));
      finding.hidden = !fits;
      if (fits) shown += 1;
    }
    find('[data-shown]').textContent = String(shown);
    find('.none-left').hidden = shown > 0;
  }

  if (filter) {
    filter.hidden = false;
    find('.keys').hidden = false;
    filter.addEventListener('input', applyFilter);
    filter.addEventListener('submit', (event) => event.preventDefault());
    filter.addEventListener('reset', () => setTimeout(applyFilter));
  }

  function moveTo(step) {
    const visible = findings.filter((finding) => !finding.hidden);
    if (visible.length === 0) return;
    const current = visible.findIndex((finding) => finding.classList.contains('current'));
    const next = visible[current < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(Math.max(current + step, 0), visible.length - 1)];
    for (const finding of findings) finding.classList.toggle('current', finding === next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches('input, select, textarea');
    if (event.key === 'Escape' && filter) {
      filter.reset();
      event.target.blur();
    } else if (isTyping) {
      return;
    } else if (event.key === '/' && filter) {
      event.preventDefault();
      filter.elements.file.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      moveTo(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'f') {
      const fix = find('.finding.current .fix');
      if (fix) fix.open = !fix.open;
    }
  });

  // A link may lead to what is folded away or filtered out.
  function showTarget() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden && filter) filter.reset();
    target.hidden = false;
    for (let holder = target.closest('details'); holder; holder = holder.parentElement.closest('details')) holder.open = true;
    if (target.matches('details')) target.open = true;
    if (target.classList.contains('finding')) for (const finding of findings) finding.classList.toggle('current', finding === target);
    target.scrollIntoView();
  }
  addEventListener('hashchange', showTarget);
  showTarget();

  for (const picture of findAll('.picture')) {
    const lines = findAll('.line', picture);
    const boxes = findAll('.box', picture);
    const trace = (box) => {
      const lit = new Set([box.dataset.box]);
      // Left to what triggers it, right to what it touches.
      for (const [from, to] of [
        ['to', 'from'],
        ['from', 'to'],
      ]) {
        let edge = [box.dataset.box];
        while (edge.length > 0) {
          edge = lines.flatMap((line) => (edge.includes(line.dataset[from]) && !lit.has(line.dataset[to]) ? [line.dataset[to]] : []));
          for (const id of edge) lit.add(id);
        }
      }
      picture.classList.add('tracing');
      for (const other of boxes) other.classList.toggle('lit', lit.has(other.dataset.box));
      for (const line of lines) line.classList.toggle('lit', lit.has(line.dataset.from) && lit.has(line.dataset.to));
    };
    const rest = () => picture.classList.remove('tracing');
    for (const box of boxes) {
      box.addEventListener('pointerenter', () => trace(box));
      box.addEventListener('pointerleave', rest);
      box.addEventListener('focus', () => trace(box));
      box.addEventListener('blur', rest);
    }
  }

  // What is folded away on the screen is wanted on paper, but for long lists of what has no findings: who opens those has them printed.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = findAll('details:not([open], .off-paper)');
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });
})();
