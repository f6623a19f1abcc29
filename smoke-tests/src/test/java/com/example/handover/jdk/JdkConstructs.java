package com.example.handover.jdk;

import com.example.handover.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the JDK at hand has. */
public final class JdkConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        List<Construct> all = new ArrayList<>();
        all.add(Construct.of("submit", ThreadPools::submit));
        return all;
    }
}
