import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Keeps what a response's body writes.
final class BodyCollector: ResponseBodyWriter, Sendable {
    private let collected = Mutex(Data())

    /// All of it.
    var data: Data { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
