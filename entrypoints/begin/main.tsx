import { startPage } from '../../pages/session/start-page.tsx';

void startPage(() => import('./open-begin.tsx'));
