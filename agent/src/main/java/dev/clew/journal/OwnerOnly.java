package dev.clew.journal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Creates folders and files that nobody but their owner can read: they hold prompts. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {}

    /** Makes sure the folder is there. One that was there before keeps its permissions: someone chose them. */
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            refuseStrangersIn(folder);
            return;
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(folder.toString());
        }
        if (posix(folder)) {
            Files.createDirectories(folder, attribute(FOLDER));
        } else {
            Files.createDirectories(folder);
            restrict(folder.toFile(), true);
        }
    }

    /** Fails where the name is taken, be it by a link: we never write through what someone else has put there. */
    static void newFile(Path file) throws IOException {
        if (posix(file)) {
            Files.createFile(file, attribute(FILE));
        } else {
            Files.createFile(file);
            restrict(file.toFile(), false);
        }
    }

    /** In the shared temporary folder our name can be taken by somebody else, who would then read along. */
    private static void refuseStrangersIn(Path folder) throws IOException {
        Path name = folder.getFileName();
        Path temp = new File(System.getProperty("java.io.tmpdir", ".")).toPath().toAbsolutePath();
        if (name == null || !name.toString().startsWith("clew-") || !temp.equals(folder.getParent()) || !posix(folder)) {
            return;
        }
        if (Files.isSymbolicLink(folder)) {
            throw new IOException("it is a symbolic link in a folder that everybody can write to");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE) || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("others can write to it");
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?> attribute(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    private static void restrict(File file, boolean folder) {
        file.setReadable(false, false);
        file.setWritable(false, false);
        file.setReadable(true, true);
        file.setWritable(true, true);
        if (folder) {
            file.setExecutable(false, false);
            file.setExecutable(true, true);
        }
    }
}
