'use client';

import { useRef, useState } from 'react';

export function SearchBox({ onResults }: { onResults: (titles: string[]) => void }) {
  const [query, setQuery] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function change(text: string) {
    setQuery(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`);
      onResults(await response.json());
    }, 250);
  }

  return <input value={query} onChange={(event) => change(event.target.value)} placeholder="Search" />;
}
