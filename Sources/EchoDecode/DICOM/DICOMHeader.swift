internal import CDICOM

/// A data set that DCMTK has read, up to its pixel data; it owns the C handle.
final class DICOMHeader {
    private let handle: OpaquePointer
    /// The data set.
    let root: DICOMItem

    /// Reads the header of bytes whose layout is known.
    init(_ bytes: RegularFile, layout: DICOMLayout) throws(DecodeError) {
        let form =
            if layout.hasMeta && !layout.syntax.isDeflated {
                ECHO_DICOM_WITH_META
            } else if layout.syntax.isBigEndian {
                ECHO_DICOM_BARE_BIG_ENDIAN
            } else {
                layout.syntax.isExplicit ? ECHO_DICOM_BARE_EXPLICIT : ECHO_DICOM_BARE_IMPLICIT
            }
        var opened: OpaquePointer?
        let status = echo_dicom_open(bytes.path, Int32(form), &opened)
        guard status == ECHO_DICOM_OK, let opened, let item = echo_dicom_root(opened) else {
            throw .damagedHeader(field: "data set's DCMTK status", found: Int(status))
        }
        handle = opened
        root = DICOMItem(item)
    }

    deinit { echo_dicom_close(handle) }
}
