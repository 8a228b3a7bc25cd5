import { configure } from '@testing-library/react';

// How long `findBy` waits before it gives up, below Jest's five seconds: its own single second is too short for a busy machine.
configure({ asyncUtilTimeout: 4000 });
