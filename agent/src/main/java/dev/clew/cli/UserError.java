package dev.clew.cli;

/** Says what is wrong, where, and what to do; for the one who typed the command. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserError(String message) {
    super(message, null, false, false);
  }
}
