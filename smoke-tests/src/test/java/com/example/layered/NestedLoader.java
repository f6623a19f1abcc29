package com.example.layered;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * As Quarkus's runner loads an application: from jars within a jar, its own classes first, the JDK above it and nothing of the
 * class path that the JVM was started with.
 */
final class NestedLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** What the jars hold under a name, in their order. */
    private final Map<String, List<byte[]>> files = new HashMap<>();

    private final ProtectionDomain domain;

    NestedLoader(Path jar) throws IOException {
        super("nested", ClassLoader.getPlatformClassLoader());
        this.domain = new ProtectionDomain(new CodeSource(jar.toUri().toURL(), (Certificate[]) null), null, this, null);
        try (InputStream in = Files.newInputStream(jar)) {
            read(in);
        }
    }

    private void read(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                read(zip);
            } else if (!entry.isDirectory()) {
                files.computeIfAbsent(entry.getName(), name -> new ArrayList<>(1)).add(zip.readAllBytes());
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            List<byte[]> found = files.get(name.replace('.', '/') + ".class");
            return found == null ? getParent().loadClass(name) : define(name, found.get(0));
        }
    }

    private Class<?> define(String name, byte[] classFile) {
        String packageName = name.substring(0, name.lastIndexOf('.'));
        if (getDefinedPackage(packageName) == null) {
            try {
                definePackage(packageName, null, null, null, null, null, null, null);
            } catch (IllegalArgumentException another) {
                // thread was first
            }
        }
        return defineClass(name, classFile, 0, classFile.length, domain);
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? getParent().getResource(name) : own;
    }

    @Override
    protected URL findResource(String name) {
        List<byte[]> found = files.get(name);
        return found == null ? null : url(name, found.get(0));
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        List<URL> urls = new ArrayList<>();
        for (byte[] file : files.getOrDefault(name, List.of())) {
            urls.add(url(name, file));
        }
        return Collections.enumeration(urls);
    }

    private static URL url(String name, byte[] file) {
        try {
            return new URL("nested", null, -1, "/" + name, new InMemory(file));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static final class InMemory extends URLStreamHandler {
        private final byte[] file;

        InMemory(byte[] file) {
            this.file = file;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(file);
                }
            };
        }
    }
}
