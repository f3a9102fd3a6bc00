/** Two soft strokes of a bell, made here: there is no file to load and none to miss. */

const STROKES = [
  { at: 0, pitch: 660 },
  { at: 0.45, pitch: 880 },
];

/** Sound the bell, where the browser lets the page sound. */
export function ring(): void {
  try {
    const context = new AudioContext();
    for (const { at, pitch } of STROKES) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const begin = context.currentTime + at;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, begin);
      volume.gain.exponentialRampToValueAtTime(0.3, begin + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, begin + 1.2);
      tone.connect(volume).connect(context.destination);
      tone.start(begin);
      tone.stop(begin + 1.3);
    }
    setTimeout(() => void context.close(), 2500);
  } catch {
    // No sound device: the time is still to be seen.
  }
}
