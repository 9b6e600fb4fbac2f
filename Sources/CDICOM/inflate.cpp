// Inflates a deflated data set into a file without a name, never past a limit.
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdlib>
#include <vector>

#include "common.h"

namespace {

/// An anonymous file in TMPDIR, readable by this user alone; -1 where there is none.
int temporary() {
    const char *folder = getenv("TMPDIR");
    return open(folder ? folder : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

bool writeAll(int file, const unsigned char *bytes, size_t count) {
    while (count > 0) {
        const ssize_t written = write(file, bytes, count);
        if (written <= 0) return false;
        bytes += written;
        count -= static_cast<size_t>(written);
    }
    return true;
}

/// Runs the stream to its end, or as far as the input goes: the caller sees a cut data set then.
int32_t run(z_stream &stream, int input, int64_t place, int64_t limit, int output, int64_t &total) {
    std::vector<unsigned char> in(1 << 16), out(1 << 18);
    int state = Z_OK;
    // A full buffer may leave output behind that no input is needed for.
    bool isFull = false;
    while (state != Z_STREAM_END) {
        if (stream.avail_in == 0 && !isFull) {
            const ssize_t got = pread(input, in.data(), in.size(), place);
            if (got <= 0) break;
            place += got;
            stream.next_in = in.data();
            stream.avail_in = static_cast<uInt>(got);
        }
        stream.next_out = out.data();
        stream.avail_out = static_cast<uInt>(out.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) return ECHO_DICOM_DAMAGED;
        isFull = stream.avail_out == 0;
        const size_t held = out.size() - stream.avail_out;
        total += static_cast<int64_t>(held);
        if (total > limit) return ECHO_DICOM_TOO_LARGE;
        if (!writeAll(output, out.data(), held)) return ECHO_DICOM_NO_ROOM;
    }
    return ECHO_DICOM_OK;
}

}  // namespace

int32_t echo_dicom_inflate(int32_t file, int64_t place, int64_t limit, int32_t *inflated, int64_t *count) {
    return echo::fenced([&]() -> int32_t {
        const int output = temporary();
        if (output < 0) return ECHO_DICOM_NO_ROOM;
        z_stream stream = {};
        int32_t status = ECHO_DICOM_NO_MEMORY;
        int64_t total = 0;
        if (inflateInit2(&stream, -MAX_WBITS) == Z_OK) {
            status = run(stream, file, place, limit, output, total);
            inflateEnd(&stream);
        }
        if (status != ECHO_DICOM_OK) {
            close(output);
            return status;
        }
        *inflated = output;
        *count = total;
        return ECHO_DICOM_OK;
    });
}
