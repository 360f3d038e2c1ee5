export type Theme = 'system' | 'light' | 'dark';

const KEY = 'agent-labs:theme';

/** What was chosen; the system's without a choice. */
export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function chooseTheme(chosen: Theme): void {
  if (chosen === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
    return;
  }
  localStorage.setItem(KEY, chosen);
  document.documentElement.dataset.theme = chosen;
}
