import EchoService
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers a request whose head does not parse, or is too long, with the code and the reason in JSON.
///
/// No route has seen such a request, so none can, and it is not among the requests that are counted. Only where no other
/// request of the connection is being read or answered; there the connection ends as it would without this.
final class MalformedRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long the rest of what is being sent is read and dropped: a connection that is closed over unread bytes takes
    /// the answer with it.
    private static let lingering = TimeAmount.seconds(2)

    private let failure: HTTPFailure
    private var inFlight = 0
    private var isReading = false
    private var isRefused = false

    /// - Parameter failure: what to say.
    init(_ failure: HTTPFailure) { self.failure = failure }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: (isReading, inFlight) = (true, inFlight + 1)
        case .body: break
        case .end: isReading = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { inFlight -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The parser, once it has failed, fails for all that is still sent.
        if isRefused { return }
        guard error is HTTPParserError, inFlight == 0, !isReading,
            let body = try? ResultCoding.encode(FailureBody(failure.report))
        else { return context.fireErrorCaught(error) }
        isRefused = true
        let head = HTTPResponse(
            status: FailureStatus.status(of: failure.report),
            headerFields: [
                .contentType: "application/json", .contentLength: String(body.count), .connection: "close",
                .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        channel.eventLoop.scheduleTask(in: Self.lingering) { channel.close(promise: nil) }
    }
}

@available(*, unavailable)
extension MalformedRequestHandler: Sendable {}
