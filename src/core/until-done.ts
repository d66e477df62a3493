/**
 * Makes something once, for whoever asks meanwhile and afterwards; what has failed is tried again by the next
 * who asks.
 */
export function untilDone<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return async () => {
    made ??= make();
    const own = made;
    try {
      return await own;
    } catch (error) {
      if (made === own) made = null;
      throw error;
    }
  };
}
