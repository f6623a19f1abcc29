package dev.clew.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** One line at a time, in memory that is used again. Not a ByteArrayOutputStream: that one locks and cannot shrink. */
final class LineBuffer extends OutputStream {
  private static final int USUAL = 64 << 10;
  private static final int KEEP = 1 << 20;

  private byte[] bytes = new byte[USUAL];
  private int size;

  @Override
  public void write(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  void clear() {
    size = 0;
    if (bytes.length > KEEP) {
      bytes = new byte[USUAL]; // one huge prompt must not cost memory for ever
    }
  }

  int size() {
    return size;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  private void room(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
    }
  }
}
