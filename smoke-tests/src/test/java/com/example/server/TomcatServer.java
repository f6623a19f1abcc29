package com.example.server;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** A servlet in Tomcat. */
public final class TomcatServer implements Server {
    private final Tomcat tomcat = new Tomcat();

    @Override
    public List<String> also() {
        return List.of("again");
    }

    @Override
    public int start() throws Exception {
        File folder = Files.createTempDirectory("tomcat").toFile();
        folder.deleteOnExit();
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        Wrapper servlet = Tomcat.addServlet(context, "work", Servlets.name());
        servlet.setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "work");
        tomcat.getConnector();
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws Exception {
        // all of Tomcat 9.0.30 can't be stopped on a JDK of modules
        tomcat.getConnector().stop();
    }
}
