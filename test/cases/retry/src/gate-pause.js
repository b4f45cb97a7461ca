let pausedUntil = 0; // flag: no-memory-retry

async function openGate(gate) {
  if (Date.now() < pausedUntil) return { isOpen: false };
  const response = await fetch(`https://gates.example/${gate}/open`);
  if (response.status === 429) {
    pausedUntil = Date.now() + 60_000;
    return { isOpen: false };
  }
  return response.json();
}

module.exports = { openGate };
