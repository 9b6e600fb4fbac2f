#pragma once
// A C face on DCMTK 3.6.7: the header as a tree of items, read and written, and its JPEG and JPEG-LS codecs.
//
// No C++ exception crosses it, and no call takes a length on trust: callers give the capacity of each buffer.
// The caller has walked the data set before (its nesting and lengths are within bounds): DCMTK recurses.
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An open data set, up to but without its pixel data.
typedef struct echo_dicom echo_dicom;
/// A data set or an item of a sequence; it lives as long as its `echo_dicom`.
typedef struct echo_dicom_item echo_dicom_item;

/// How a file's bytes are to be read.
enum {
    ECHO_DICOM_WITH_META = 0,           ///< a preamble or a meta group tells the transfer syntax
    ECHO_DICOM_BARE_IMPLICIT = 1,       ///< a data set alone, implicit little endian
    ECHO_DICOM_BARE_EXPLICIT = 2,       ///< a data set alone, explicit little endian
    ECHO_DICOM_BARE_BIG_ENDIAN = 3,     ///< a data set alone, explicit big endian
};

/// Status codes of our own; DCMTK's are its module number times 65,536 plus its code, all above 0.
enum {
    ECHO_DICOM_OK = 0,
    ECHO_DICOM_NO_MEMORY = -1,
    ECHO_DICOM_EXCEPTION = -2,
    ECHO_DICOM_TOO_LARGE = -3,
    ECHO_DICOM_UNSUPPORTED_PRECISION = -4,
    ECHO_DICOM_DAMAGED = -5,
    ECHO_DICOM_NO_ROOM = -6,
};

/// Reads the header; texts become UTF-8 by SpecificCharacterSet. On success `*opened` is to be closed.
int32_t echo_dicom_open(const char *path, int32_t form, echo_dicom **opened);
/// Frees it; NULL is allowed.
void echo_dicom_close(echo_dicom *dicom);

/// The data set itself.
echo_dicom_item *echo_dicom_root(echo_dicom *dicom);
/// Item `index` of the sequence `group,element`; NULL past its end or where there is no such sequence.
echo_dicom_item *echo_dicom_child(echo_dicom_item *item, uint16_t group, uint16_t element, uint32_t index);

/// Copies a text value, its values joined by backslashes, not terminated.
/// Returns its length, which may exceed `capacity` (then nothing is copied), or -1 where it is absent.
int64_t echo_dicom_text(
    echo_dicom_item *item, uint16_t group, uint16_t element, char *buffer, size_t capacity);
/// Reads value `index` of a number of any binary or text VR; 0 where it is absent or not a number.
int32_t echo_dicom_number(
    echo_dicom_item *item, uint16_t group, uint16_t element, uint32_t index, double *value);
/// Copies 16-bit words in the machine's order, from US, SS or OW.
/// Returns their count, which may exceed `capacity` (then nothing is copied), or -1 where it is absent.
int64_t echo_dicom_words(
    echo_dicom_item *item, uint16_t group, uint16_t element, uint16_t *buffer, size_t capacity);
/// Copies bytes as they are stored, from OB, OW or UN of any length below 1 MiB; as `echo_dicom_words`.
int64_t echo_dicom_bytes(
    echo_dicom_item *item, uint16_t group, uint16_t element, uint8_t *buffer, size_t capacity);

/// Inflates an open file from `place` on into a new file without a name, at most `limit` bytes.
/// On success the caller closes `*inflated`, which holds `*count` bytes.
int32_t echo_dicom_inflate(int32_t file, int64_t place, int64_t limit, int32_t *inflated, int64_t *count);

/// Decodes one JPEG stream (any process DCMTK knows) to its own components, interleaved, without conversion.
///
/// `precision` is the stream's own, 2...16; the output has 1 byte a sample up to 8 bits, else 2.
int32_t echo_dicom_jpeg(
    const uint8_t *bytes, size_t count, int32_t precision, uint8_t *samples, size_t capacity);
/// Decodes one JPEG-LS stream whose extent the caller has read from its own markers; samples as above.
int32_t echo_dicom_jpegls(
    const uint8_t *bytes, size_t count, uint16_t width, uint16_t height, uint16_t components,
    int32_t precision, uint8_t *samples, size_t capacity);

/// A data set that is being made, without its pixel data.
typedef struct echo_dicom_made echo_dicom_made;

/// Makes an empty data set. On success `*made` is to be discarded.
int32_t echo_dicom_make(echo_dicom_made **made);
/// Frees it; NULL is allowed.
void echo_dicom_discard(echo_dicom_made *made);
/// The data set itself; items live as long as it.
echo_dicom_item *echo_dicom_made_root(echo_dicom_made *made);
/// Puts a value given as text, of any VR: its values joined by backslashes; an empty text is no value.
///
/// `vr` is the two letters of the value representation, terminated like the value.
int32_t echo_dicom_put(
    echo_dicom_item *item, uint16_t group, uint16_t element, const char *vr, const char *value);
/// Adds an item at the end of a sequence, which is made where it is not there.
int32_t echo_dicom_add_item(echo_dicom_item *item, uint16_t group, uint16_t element, echo_dicom_item **added);
/// Writes preamble, meta group and data set, little endian with explicit VRs, under a transfer syntax that has
/// that encoding. SOPClassUID and SOPInstanceUID have to be there. Pixel data may be appended to the file.
int32_t echo_dicom_save(echo_dicom_made *made, const char *path, const char *syntax);

/// Encodes a picture as JPEG baseline: 1 sample a pixel as gray, 3 from RGB as YCbCr with 4:2:2 subsampling.
///
/// `quality` is IJG's, 1...100. Of the stream up to `capacity` bytes are copied and `*count` tells its length;
/// where it is longer, the status is ECHO_DICOM_NO_ROOM.
int32_t echo_dicom_jpeg_encode(
    const uint8_t *samples, size_t held, uint16_t width, uint16_t height, uint16_t components,
    uint8_t quality, uint8_t *bytes, size_t capacity, size_t *count);

#ifdef __cplusplus
}
#endif
