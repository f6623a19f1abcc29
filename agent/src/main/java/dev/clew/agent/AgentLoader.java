package dev.clew.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The isolated loader of everything that is ours: its parent is the platform loader, and its classes lie in the agent jar
 * under {@code clew/}, their names ending in {@code .classdata}, where no other loader finds them. Any thread.
 */
final class AgentLoader extends ClassLoader {
    private static final String PREFIX = "clew/";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final String path;

    AgentLoader(String path) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        this.path = path;
        // not verified: the JVM has taken this very file already
        this.jar = new JarFile(path, false);
    }

    /** Path of the jar that this class came from. */
    static String jar() throws URISyntaxException {
        URL location = AgentLoader.class.getProtectionDomain().getCodeSource().getLocation();
        return new java.io.File(new URI(location.toString())).getPath();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] classFile = bytes(name.replace('.', '/') + ".classdata");
            if (classFile == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, classFile, 0, classFile.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " could not be read from " + path, e);
        }
    }

    private byte[] bytes(String name) throws IOException {
        ZipEntry entry = jar.getEntry(PREFIX + name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String stored(String resource) {
        return resource.endsWith(".class")
                ? resource.substring(0, resource.length() - ".class".length()) + ".classdata"
                : resource;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = bytes(stored(name));
            return bytes != null ? new ByteArrayInputStream(bytes) : getParent().getResourceAsStream(name);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        String entry = PREFIX + stored(name);
        if (jar.getEntry(entry) == null) {
            return null;
        }
        try {
            return new URL("jar:" + new java.io.File(path).toURI() + "!/" + entry);
        } catch (MalformedURLException e) {
            return null;
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
