internal import CDICOM
internal import Foundation

/// A DICOM data set that is being made, without its pixel data.
///
/// Owns DCMTK's data set, cannot be copied, and frees it once.
struct DICOMDataset: ~Copyable {
    private let made: OpaquePointer
    private let root: OpaquePointer

    /// An attribute's place and value representation.
    struct Tag {
        let group: UInt16
        let element: UInt16
        /// Two letters.
        let representation: String

        init(_ group: UInt16, _ element: UInt16, _ representation: String) {
            (self.group, self.element, self.representation) = (group, element, representation)
        }
    }

    /// An item of a sequence; valid while its data set is.
    struct Item {
        fileprivate let handle: OpaquePointer

        /// Puts a value; several are joined by backslashes, none is an empty text.
        func put(_ tag: Tag, _ value: String) throws(ExportError) {
            try DICOMDataset.put(handle, tag, value)
        }
    }

    /// Makes an empty one.
    init() throws(ExportError) {
        var opened: OpaquePointer?
        try Self.check(echo_dicom_make(&opened))
        guard let opened, let root = echo_dicom_made_root(opened) else {
            throw .notEncoded(library: Self.library, status: Int32(ECHO_DICOM_NO_MEMORY))
        }
        (made, self.root) = (opened, root)
    }

    deinit { echo_dicom_discard(made) }

    /// Puts a value; several are joined by backslashes, none is an empty text.
    func put(_ tag: Tag, _ value: String) throws(ExportError) { try Self.put(root, tag, value) }

    /// Adds an item at the end of a sequence.
    func addItem(_ group: UInt16, _ element: UInt16) throws(ExportError) -> Item {
        var added: OpaquePointer?
        try Self.check(echo_dicom_add_item(root, group, element, &added))
        guard let added else {
            throw .notEncoded(library: Self.library, status: Int32(ECHO_DICOM_NO_MEMORY))
        }
        return Item(handle: added)
    }

    /// Writes preamble, meta group and data set.
    func save(to path: String, syntax: String) throws(ExportError) {
        errno = 0
        let status = echo_dicom_save(made, path, syntax)
        if status != 0 && errno != 0 { throw ExportError(errno: errno) }
        try Self.check(status)
    }

    private static let library = "DCMTK"

    private static func put(
        _ item: OpaquePointer, _ tag: Tag, _ value: String
    ) throws(ExportError) {
        try check(echo_dicom_put(item, tag.group, tag.element, tag.representation, value))
    }

    private static func check(_ status: Int32) throws(ExportError) {
        guard status == 0 else { throw .notEncoded(library: library, status: status) }
    }
}
