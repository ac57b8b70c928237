/** Two tones, as an ambulance has them. Unit of pitch: Hz; of length: s. */
const pitches = [880, 660];
const length = 0.4;

export function ring(sound: AudioContext): void {
  for (const [i, pitch] of pitches.entries()) {
    const oscillator = sound.createOscillator();
    oscillator.frequency.value = pitch;
    oscillator.connect(sound.destination);
    oscillator.start(sound.currentTime + i * length);
    oscillator.stop(sound.currentTime + (i + 1) * length);
  }
}
