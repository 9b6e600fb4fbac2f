import Foundation

/// Takes a multipart/form-data body apart as it comes; holds no more than a part of it.
///
/// - Source: RFC 7578, RFC 2046 §5.1.
package struct MultipartReader {
    /// What was found.
    package enum Event: Equatable {
        /// A part with this name began.
        case began(name: String, filename: String?)
        /// Some of its bytes.
        case bytes([UInt8])
        /// It ended.
        case ended
    }

    private enum State { case preamble, boundary, headers, content, epilogue }

    /// Bytes of a part's headers, at most.
    static let longestHeaders = 8_192

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var held: [UInt8]

    /// - Parameter contentType: the request's.
    /// - Throws: ``HTTPFailure/body(problem:)`` where it names no usable boundary.
    package init(contentType: String) throws {
        let parameter = contentType.split(separator: ";").dropFirst()
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .first { $0.lowercased().hasPrefix("boundary=") }
        let boundary = parameter.map { $0.dropFirst(9).trimmingCharacters(in: ["\""]) } ?? ""
        guard (1...70).contains(boundary.utf8.count) else {
            throw HTTPFailure.body(problem: "its Content-Type names no boundary")
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line end before it.
        held = Array("\r\n".utf8)
    }

    /// Whether the last boundary was seen.
    package var isComplete: Bool { state == .epilogue }

    /// Bytes that wait for what follows them.
    package var heldBytes: Int { held.count }

    /// Takes in more of the body.
    ///
    /// - Throws: ``HTTPFailure/body(problem:)``.
    package mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [Event] {
        held.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Goes as far as the held bytes lead.
    ///
    /// - Returns: whether there may be more to do.
    private mutating func step(_ events: inout [Event]) throws -> Bool {
        switch state {
        case .preamble:
            guard take(upTo: delimiter) != nil else {
                // Of what goes before the first boundary nothing is needed but the boundary's own beginning.
                held.removeFirst(max(0, held.count - delimiter.count + 1))
                return false
            }
            state = .boundary
        case .boundary:
            guard held.count >= 2 else { return false }
            let isLast = held.starts(with: Array("--".utf8))
            guard isLast || held.starts(with: Array("\r\n".utf8)) else {
                throw HTTPFailure.body(problem: "a boundary is followed by something else than a line end")
            }
            // The line end stays where headers follow: they end in an empty line, which may be the first.
            if isLast { held.removeAll() }
            state = isLast ? .epilogue : .headers
        case .headers:
            guard let headers = try takeHeaders() else { return false }
            events.append(try Self.beginning(headers))
            state = .content
        case .content:
            guard takeContent(&events) else { return false }
            events.append(.ended)
            state = .boundary
        case .epilogue:
            held.removeAll()
            return false
        }
        return true
    }

    private mutating func takeHeaders() throws -> String? {
        guard let found = take(upTo: Array("\r\n\r\n".utf8)) else {
            guard held.count <= Self.longestHeaders else {
                throw HTTPFailure.body(problem: "a part's headers do not end")
            }
            return nil
        }
        return String(decoding: found, as: UTF8.self)
    }

    /// Hands on what is surely content.
    ///
    /// - Returns: whether the part ended.
    private mutating func takeContent(_ events: inout [Event]) -> Bool {
        if let found = take(upTo: delimiter) {
            if !found.isEmpty { events.append(.bytes(found)) }
            return true
        }
        let sure = held.count - delimiter.count + 1
        if sure > 0 {
            events.append(.bytes(Array(held[..<sure])))
            held.removeFirst(sure)
        }
        return false
    }

    /// Removes what lies before some bytes, and these.
    private mutating func take(upTo mark: [UInt8]) -> [UInt8]? {
        guard let place = Self.place(of: mark, in: held) else { return nil }
        let before = Array(held[..<place])
        held.removeFirst(place + mark.count)
        return before
    }

    /// Where some bytes first lie in others.
    private static func place(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { bytes in
            mark.withUnsafeBytes { mark in
                guard let start = bytes.baseAddress, let wanted = mark.baseAddress else { return nil }
                var place = 0
                while place + mark.count <= bytes.count,
                    let found = memchr(start + place, Int32(mark[0]), bytes.count - mark.count + 1 - place)
                {
                    place = UnsafeRawPointer(found) - start
                    if memcmp(start + place, wanted, mark.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }

    /// A part's names, in its Content-Disposition.
    private static func beginning(_ headers: String) throws -> Event {
        let lines = headers.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
        guard let name = parameter("name", in: String(line)) else {
            throw HTTPFailure.body(problem: "a part has no name")
        }
        return .began(name: name, filename: parameter("filename", in: String(line)))
    }

    /// A parameter's value: what stands between its quotation marks, else up to the next semicolon.
    private static func parameter(_ name: String, in line: String) -> String? {
        guard let start = line.firstRange(of: "; \(name)=")?.upperBound else { return nil }
        let rest = line[start...]
        guard rest.first == "\"" else {
            return rest.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        }
        return String(rest.dropFirst().prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }
}
