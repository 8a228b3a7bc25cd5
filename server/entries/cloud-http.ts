import { serve, type ServerType } from '@hono/node-server';
import { readConfiguration } from '../application/configuration';
import { logFailureToStderr } from '../failure-log';
import { cloudApplication } from './cloud-application';
import { createHttp } from './http';

// CloudBase's HTTP functions are plain web servers on this port, on every address.
// https://docs.cloudbase.net/cloud-function/develop/scf-bootstrap
const PORT = 9000;

/** Starts the CloudBase HTTP function. Until the database can be reached it answers 503. */
export function startCloudHttp(port = PORT): ServerType {
  const { publicOrigin } = readConfiguration({ ...process.env, NODE_ENV: 'production' });
  const application = async () => {
    try {
      return await cloudApplication();
    } catch (error) {
      logFailureToStderr('the function could not start', error);
      return null;
    }
  };
  const http = createHttp({ application, publicOrigin, logFailure: logFailureToStderr });
  return serve({ fetch: http.fetch, port, hostname: '0.0.0.0' });
}
