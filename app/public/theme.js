// Before the first paint: a theme that was chosen holds against the system's.
const theme = localStorage.getItem('agent-labs:theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
