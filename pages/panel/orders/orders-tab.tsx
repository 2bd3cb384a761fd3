import { OrderForm } from './order-form.tsx';
import { OrderList } from './order-list.tsx';
import { OrderPage } from './order-page.tsx';
import './orders.css';
import type { ActOnOrders, OrdersView } from './orders-view.ts';

interface OrdersTabProps {
  readonly view: OrdersView;
  readonly act: ActOnOrders;
}

/** The tab of work orders: the list, one order, or a new one. */
export function OrdersTab({ view, act }: OrdersTabProps) {
  switch (view.page) {
    case 'list':
      return <OrderList view={view} act={act} />;
    case 'order':
      return <OrderPage key={view.order.id} view={view} act={act} />;
    case 'form':
      return <OrderForm view={view} act={act} />;
  }
}
