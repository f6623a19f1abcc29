package com.example.apart;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Calls a model, then says which of some classes and resources it can see: {@code <base url> <file with a name a line>}. A name
 * is that of a file in a jar.
 */
public final class WhatISee {
    private WhatISee() {}

    public static void main(String[] args) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(args[0] + "/chat/completions"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"))
                .build();
        System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
        List<String> names = Files.readAllLines(Path.of(args[1]));
        look("own", WhatISee.class.getClassLoader(), names);
        look("context", Thread.currentThread().getContextClassLoader(), names);
        look("platform", ClassLoader.getPlatformClassLoader(), names);
        look("boot", null, names);
    }

    private static void look(String who, ClassLoader loader, List<String> names) throws Exception {
        for (String name : names) {
            if (name.endsWith(".class") && isThere(name, loader)) {
                System.out.println(who + " class " + name);
            }
            for (Object url : Collections.list(loader == null
                    ? ClassLoader.getPlatformClassLoader().getResources(name)
                    : loader.getResources(name))) {
                System.out.println(who + " resource " + name + " in " + url);
            }
        }
    }

    private static boolean isThere(String file, ClassLoader loader) {
        try {
            Class.forName(file.substring(0, file.length() - ".class".length()).replace('/', '.'), false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
