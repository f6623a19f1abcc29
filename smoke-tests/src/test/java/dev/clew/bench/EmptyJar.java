package dev.clew.bench;

import com.example.measure.EmptyAgent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** An agent that does nothing, packed on the fly. */
final class EmptyJar {

    private EmptyJar() {}

    static Path build(Path folder) throws IOException {
        String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
        Path target = folder.resolve("empty-agent.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target), manifest);
                InputStream in = EmptyAgent.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new ZipEntry(entry));
            in.transferTo(jar);
        }
        return target;
    }
}
