import NIOCore
import NIOTLS

/// Ends a connection whose TLS handshake takes too long: until it is over no other time limit holds.
final class HandshakeDeadlineHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any
    typealias InboundOut = Any

    private let patience: TimeAmount
    private var ending: Scheduled<Void>?

    init(patience: TimeAmount) { self.patience = patience }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        ending = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent { ending?.cancel() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        ending?.cancel()
        context.fireChannelInactive()
    }
}

@available(*, unavailable)
extension HandshakeDeadlineHandler: Sendable {}
