package dev.clew.agent;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The isolated loader of everything that is ours: its parent is the platform loader, and its classes lie in one entry of the
 * agent jar ({@code clew/inner}, laid out by the build step {@code Pack}) that no other loader can read. Any thread.
 */
final class AgentLoader extends ClassLoader {
    private static final String INNER = "clew/inner";
    private static final int LOCAL_HEADER = 30;

    static {
        registerAsParallelCapable();
    }

    private final RandomAccessFile jar;
    private final String path;
    /** Position in the file, deflated length, plain length. */
    private final Map<String, int[]> files = new HashMap<String, int[]>(4096);

    /** @throws IOException where the jar is not one of ours, or can't be read */
    AgentLoader(String path) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        this.path = path;
        this.jar = new RandomAccessFile(path, "r");
        readIndex(innerStart());
    }

    /** Path of the jar that this class came from. */
    static String jar() throws URISyntaxException {
        URL location = AgentLoader.class.getProtectionDomain().getCodeSource().getLocation();
        return new java.io.File(new URI(location.toString())).getPath();
    }

    /** The first entry is the manifest, the second is ours; both are stored as they are, with their lengths in front. */
    private long innerStart() throws IOException {
        long at = 0;
        byte[] header = new byte[LOCAL_HEADER];
        for (int i = 0; i < 2; i++) {
            jar.seek(at);
            jar.readFully(header);
            int size = u2(header, 18) | u2(header, 20) << 16;
            byte[] name = new byte[u2(header, 26)];
            jar.readFully(name);
            long data = at + LOCAL_HEADER + name.length + u2(header, 28);
            if (new String(name, "US-ASCII").equals(INNER)) {
                return data;
            }
            at = data + size;
        }
        throw new IOException(path + " has no " + INNER + ": it was packed anew by something else; use the jar as it was built");
    }

    private static int u2(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8;
    }

    private void readIndex(long start) throws IOException {
        jar.seek(start);
        InputStream here = new FromHere();
        DataInputStream in = new DataInputStream(new BufferedInputStream(here, 1 << 16));
        int count = in.readInt();
        int indexLength = 4;
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            files.put(name, new int[] {in.readInt(), in.readInt(), in.readInt()});
            indexLength += 2 + utf8Length(name) + 12;
        }
        int data = (int) start + indexLength;
        for (int[] file : files.values()) {
            file[0] += data;
        }
    }

    private static int utf8Length(String name) {
        int length = name.length();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            length += c < 0x80 && c != 0 ? 0 : c < 0x800 ? 1 : 2;
        }
        return length;
    }

    /** The jar from where it stands; closing does nothing. */
    private final class FromHere extends InputStream {
        @Override
        public int read() throws IOException {
            return jar.read();
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            return jar.read(b, off, len);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] classFile = bytes(name.replace('.', '/') + ".class");
            if (classFile == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, classFile, 0, classFile.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " could not be read from " + path, e);
        }
    }

    private byte[] bytes(String name) throws IOException {
        int[] file = files.get(name);
        if (file == null) {
            return null;
        }
        byte[] deflated = new byte[file[1]];
        synchronized (jar) {
            jar.seek(file[0]);
            jar.readFully(deflated);
        }
        byte[] plain = new byte[file[2]];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            int n = 0;
            while (n < plain.length) {
                int more = inflater.inflate(plain, n, plain.length - n);
                if (more <= 0) {
                    throw new IOException(name + " in " + path + " is cut short");
                }
                n += more;
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IOException(name + " in " + path + " is damaged; was the jar replaced while the JVM ran?", e);
        } finally {
            inflater.end();
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = bytes(name);
            return bytes != null ? new ByteArrayInputStream(bytes) : getParent().getResourceAsStream(name);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected URL findResource(final String name) {
        if (!files.containsKey(name)) {
            return null;
        }
        try {
            return new URL("clew", null, -1, "/" + name, new Handler());
        } catch (java.net.MalformedURLException e) {
            return null;
        }
    }

    private final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() throws IOException {
                    return new ByteArrayInputStream(bytes(url.getPath().substring(1)));
                }
            };
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singletonList(found));
    }
}
