/** The release that is measured: the one that the service's users most likely have. */
export const NEO4J_VERSION = '5.26.28';
