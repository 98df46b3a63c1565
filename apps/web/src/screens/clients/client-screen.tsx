import type { JSX } from 'preact';
export default function ClientsScreen(): JSX.Element { return <p />; }
