package dev.followthrough.service.streams;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

import java.util.Map;

/**
 * One bound for the native memory of all state stores of the process: block caches, index and
 * filter blocks and write buffers are charged to one shared cache.
 */
public final class BoundedRocks implements RocksDBConfigSetter {
    static final String MEMORY_BYTES = "followthrough.rocksdb.memory.bytes";
    private static final long DEFAULT_BYTES = 128L * 1024 * 1024;

    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager buffers;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        long bytes =
                configs.get(MEMORY_BYTES) instanceof Number number
                        ? number.longValue()
                        : DEFAULT_BYTES;
        share(options, bytes);
        options.setWriteBufferSize(Math.min(16L * 1024 * 1024, bytes / 8));
        options.setMaxWriteBufferNumber(2);
        options.setMaxOpenFiles(256);
    }

    /** The first store of the process decides the bound; the cache lives as long as the process. */
    private static synchronized void share(Options options, long bytes) {
        if (cache == null || buffers == null) {
            // Loads the native library, which the shared parts need before the first store is
            // opened.
            org.rocksdb.RocksDB.loadLibrary();
            cache = new LRUCache(bytes, -1, false, 0.1);
            buffers = new WriteBufferManager(bytes / 2, cache);
        }
        BlockBasedTableConfig table =
                options.tableFormatConfig() instanceof BlockBasedTableConfig given
                        ? given
                        : new BlockBasedTableConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(buffers);
    }

    @Override
    public void close(String store, Options options) {
        // The cache and the buffer manager are shared by all stores: closing them with one would
        // break the others.
    }
}
