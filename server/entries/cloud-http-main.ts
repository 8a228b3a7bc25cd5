import { startCloudHttp } from './cloud-http';

startCloudHttp();
