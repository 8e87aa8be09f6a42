import '@fontsource-variable/noto-sans-sc/index.css';
import './theme/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { watchSession } from './session/session';
import { nonceAllStyles } from './theme/page-nonce';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the console');

nonceAllStyles();
watchSession();
createRoot(root).render(<App />);
