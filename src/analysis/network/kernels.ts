import type { Kernel, NetworkMode } from './network-options.js';

/**
 * The weight ζ of a row whose distance from the middle of the window is `distance`, in halves of the window (−1 and 1
 * are its ends). In mode `DNA` the triangle is not symmetric: what comes after the middle weighs up to twice as much.
 *
 * Epanechnikov (1969), "Non-Parametric Estimation of a Multivariate Probability Density"; the uniform kernel is ½.
 */
export function kernelWeight(kernel: Kernel, distance: number, mode: NetworkMode): number {
  if (kernel === 'GAUSSIAN') return Math.exp(-0.5 * distance * distance) / Math.sqrt(2 * Math.PI);
  if (distance < -1 || distance > 1) return 0;
  switch (kernel) {
    case 'UNIFORM':
      return 0.5;
    case 'TRIANGULAR':
      return 1 - (mode === 'DNA' ? distance : Math.abs(distance));
    case 'EPANECHNIKOV':
      return 0.75 * (1 - distance * distance);
    default:
      return 1;
  }
}
